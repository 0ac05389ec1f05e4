import vue from "@vitejs/plugin-vue";
import {defineConfig} from "vite";
import svgLoader from "vite-svg-loader";

export default defineConfig({
    root: "frame",
    logLevel: "warn",
    plugins: [vue(), svgLoader()],
    build: {outDir: "../target/frame", emptyOutDir: true, target: "es2022", chunkSizeWarningLimit: 5000},
});
