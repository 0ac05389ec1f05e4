package org.knime.core.webui.page;

import java.nio.charset.Charset;

/** The first steps of a page's definition. */
final class PageSteps implements Page.RequireFromFileOrString, Page.RequireBundle {

    @Override
    public Page.RequireBundle fromFile() {
        return this;
    }

    @Override
    public Page.RequireBasePath bundleClass(Class<?> bundleClass) {
        return basePath -> {
            PageFiles folder = PageFiles.of(bundleClass, basePath);
            return relativeFilePath -> new FromFilePage(folder, relativeFilePath);
        };
    }

    @Override
    public Page.RequireRelativePath fromString(Page.StringSupplier content, Charset charset) {
        return relativePath -> new Page(PageContent.ofText(relativePath, content, charset));
    }

    @Override
    public Page.RequireRelativePath fromString(Page.InputStreamSupplier content, Charset charset) {
        return relativePath -> new Page(new PageContent(relativePath, content::get, false, charset));
    }
}
